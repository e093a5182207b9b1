/** What people answer here, by what it is about. Nobody says the same thing twice. */
export interface Theme {
  readonly answers: readonly string[];
  /** What an animator may bring back from answers about it. */
  readonly keyIdeas: readonly string[];
}

const humanWealth: Theme = {
  answers: [
    'Le mécénat de compétences : deux jours par mois d’un comptable nous ont évité de mettre la clé sous la porte.',
    'Je reprends l’idée du poste partagé entre trois associations. À mi-temps chez chacun, ça ne tenait pas.',
    'Nos bénévoles s’épuisent. Avant de chercher de l’argent, prendre soin de celles et ceux qui sont là.',
    'Former ensemble élus, salariés et bénévoles : on parle enfin la même langue.',
    'Les jeunes en service civique restent si on leur confie une vraie responsabilité.',
    'Une bourse aux savoirs locale : chacun inscrit ce qu’il sait faire, on se rend service.',
    'Reconnaître le temps donné : nous valorisons le bénévolat dans nos comptes depuis deux ans.',
    'Ce qui m’inspire : l’entreprise qui laisse ses salariés choisir la cause, au lieu de l’imposer.',
    'Un binôme ancien / nouveau pour chaque responsabilité, sinon tout part avec la personne.',
    'Les retraités de l’industrie ont des savoir-faire que personne ne vient chercher.',
    'On oublie les habitants : ils sont notre première richesse, pas notre public.',
    'Groupement d’employeurs : oui, à condition que quelqu’un s’occupe des plannings.',
    'Chez nous la coordination n’est jamais financée. C’est pourtant elle qui fait tenir le collectif.',
    'Le compagnonnage entre structures : une semaine chez l’autre vaut dix réunions.',
    'Garder de la joie : nos repas du jeudi ont recruté plus de bénévoles que nos affiches.',
    'Parler du travail réel, et pas seulement des projets.',
    'Accueillir des stagiaires à plusieurs structures, pour un parcours complet.',
    'Prévoir le départ du fondateur : on en parle trop tard.',
    'La confiance prend du temps, il faut l’écrire dans les conventions.',
    'Les personnes accompagnées siègent désormais à notre conseil. Ça change les décisions.',
    'Un vivier commun d’administrateurs, formés, qui circulent entre associations.',
    'Dire merci ! Une fête par an, financée, pas en plus.',
    'Mutualiser la paie et la comptabilité pour libérer du temps de terrain.',
    'Les métiers du lien manquent de reconnaissance : on pourrait porter ça ensemble auprès du Département.',
  ],
  keyIdeas: [
    'Partager les compétences entre structures (postes, mécénat de compétences, compagnonnage) avant de chercher à recruter.',
    'Prendre soin des personnes qui font tenir le collectif : financer la coordination et préparer la relève.',
  ],
};

const funding: Theme = {
  answers: [
    'Sortir de l’appel à projets permanent : une convention sur trois ans vaut mieux que trois subventions.',
    'Le fonds territorial où entreprises et collectivité mettent chacune un euro pour un euro.',
    'Diversifier, oui, mais pas au point de passer plus de temps à compter qu’à agir.',
    'Je reprends le 1 % du chiffre d’affaires versé localement par les artisans de la vallée.',
    'Nous avons un bâtiment vide : le louer à l’heure paie déjà le chauffage.',
    'Vendre des prestations aux entreprises sans perdre notre âme : la grille tarifaire solidaire nous aide.',
    'Financer le fonctionnement ! Un projet sans socle, c’est une maison sans fondations.',
    'La fondation abritée évite de créer une structure de plus.',
    'Des obligations citoyennes pour la chaufferie : 140 familles ont prêté.',
    'Un même dossier pour tous les financeurs, ça nous rendrait vingt jours par an.',
    'Montrer les coûts évités : une personne logée coûte moins qu’une personne à la rue.',
    'Le don en nature des entreprises reste sous-estimé (véhicules, salles, informatique).',
    'Attention à la trésorerie : les subventions arrivent quand l’action est finie.',
    'Une avance remboursable entre associations, gérée par la fondation territoriale.',
    'Ce qui m’inspire : la collectivité qui achète autrement, avec des clauses sociales dans tous ses marchés.',
    'Le prix libre fonctionne au café, à condition d’afficher le prix d’équilibre.',
    'Demander aux habitants ce qu’ils sont prêts à financer eux-mêmes.',
    'Mutualiser la recherche de fonds : une personne pour cinq associations.',
    'Les petits dons réguliers pèsent plus que le grand gala annuel.',
    'Oser dire non à un financement qui nous éloigne du projet.',
    'Un commissaire aux comptes solidaire, mutualisé sur le territoire.',
    'Co-construire les critères avec les financeurs plutôt que les découvrir.',
    'Prévoir une ligne « imprévu » dans chaque budget, et la défendre.',
    'La part d’autofinancement devrait se discuter selon le public, pas selon un pourcentage unique.',
  ],
  keyIdeas: [
    'Passer de l’appel à projets à des engagements de plusieurs années qui financent aussi le fonctionnement.',
    'Créer un fonds territorial commun, alimenté par entreprises, habitants et collectivités, avec des critères décidés ensemble.',
  ],
};

const partnerships: Theme = {
  answers: [
    'Partir d’un besoin du territoire et non de ce que chacun sait déjà faire.',
    'Le partenariat commence par un café, pas par une convention.',
    'Je reprends le principe du tiers de confiance qui met autour de la table entreprises et associations.',
    'Une charte d’une page, signée de toutes et tous, relue chaque année.',
    'Il manque un annuaire vivant : qui fait quoi, à qui téléphoner ?',
    'La collectivité comme facilitatrice, pas comme donneuse d’ordre.',
    'Aller chercher les absents : commerçants, agriculteurs, bailleurs.',
    'Deux entreprises concurrentes partagent une navette pour leurs salariés. Si elles peuvent, nous aussi !',
    'Se donner le droit d’essayer six mois, puis d’arrêter sans se fâcher.',
    'Un lieu commun change tout : on se croise, donc on coopère.',
    'Associer l’école et le lycée agricole, ils ont des bras et des idées.',
    'Mesurer ensemble ce qui compte pour nous, avant qu’on nous impose des indicateurs.',
    'Nous avons perdu deux ans faute d’avoir dit clairement qui décide.',
    'Les partenariats tiennent à des personnes : prévoir un passage de relais.',
    'Ce que cela m’inspire : ouvrir nos conseils d’administration à une entreprise locale.',
    'Raconter les réussites modestes, elles donnent envie aux voisins.',
    'Un rendez-vous fixe, le premier mardi du mois, une heure, sans ordre du jour trop plein.',
    'Coopérer avec le territoire d’à côté : les habitants ne voient pas la frontière.',
    'Acheter ensemble : énergie, assurances, véhicules.',
    'La mutuelle et la mission jeunes tiennent une permanence commune : file d’attente divisée par deux.',
    'Écrire noir sur blanc ce que chacun y gagne, c’est sain.',
    'Sortir des réunions descendantes, faire des visites les uns chez les autres.',
    'Inviter la banque dès le début, pas au moment du dossier.',
    'Un animateur du partenariat payé par tous, donc au service de tous.',
  ],
  keyIdeas: [
    'Partir d’un besoin partagé du territoire, avec un tiers de confiance payé par tous pour animer la coopération.',
    'Se donner un lieu et un rendez-vous réguliers, et écrire qui décide et ce que chacun y gagne.',
  ],
};

/** What each group talks about most: the first group of the first, and so on. */
export const themes: readonly Theme[] = [humanWealth, funding, partnerships];

export const helpText = 'Notre animatrice a perdu le son, pouvez-vous passer dans la salle ?';
