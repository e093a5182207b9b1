/** A real programme, as pasted. */
export const programmeText = `




RÉSEAU DES
**CATALYSEURS
TERRITORIAUX**

Atelier 2 – Parcours « modèles socio-économiques » – 7 juillet 2026

Version v1 du 27 mai

2^{èmes} RENCONTRES NATIONALES DE LA COOPERATION TERRITORIALE

VERS DE NOUVEAUX EQUILIBRES SOCIO-ECONOMIQUES DES ORGANISATIONS PUBLIQUES & PRIVEES !

11h30-16h

Un format innovant, rythmé et 100% numérique en direct d'une diversité de Territoires !

Les 2^{èmes} Rencontres Nationales de la Coopération Territoriale 2026 proposent **3 parcours au choix** :

- Atelier 1 - Projet de territoire & coopérations : le combo gagnant au lendemain du renouvellement des exécutifs !
- Atelier 2 – Vers de nouveaux équilibres socio-économiques des organisations publiques & privées !
- Atelier 3 – Développer & valoriser les compétences pour piloter des trajectoires justes et durables.

Objectifs de l'atelier 2 : parcours Modèles socio-économiques

- Comprendre la place de la coopération dans les nouveaux modèles socio-économiques sur les territoires
- S'inspirer des nouveaux modèles socio-économiques construits / proposés par les différents acteurs d'un territoire : des acteurs publics aux acteurs privés

 **Durée totale : 3h**

1. OUVERTURE : partager les enjeux (11h30 à 12h)

Introduction, déroulé et objectifs des trois heures d'atelier **(5 min)**

=> présentation des animateurs de l'atelier Réseau Alliances / Fondation de Lille / ADASI

Exposé des motifs : éléments introductifs **(20 min)**

=> présentation conjointe des animateurs / support

- Rappel du point de départ : étude tendances & fragilités économiques
- Les équilibres socio-économiques : un sujet d'organisation et un sujet systémique (différents piliers du MSE, place de la coopération)
- Le territoire : lieu de reconstruction / invention des nouveaux modèles socio-économiques

=> 5 min de questions / réponses via le chat



2. PASTILLE : focus sur la place d'un acteur public – les actions et propositions d'une collectivité territoriale (12h à 12h20)

Témoignage, animé par La Fondation de Lille, de la **Collectivité Grand Est** : comment les collectivités territoriales innovent ? (20 mn)

3. EXPLORATION : la place des entreprises pour construire de nouveaux équilibres socio-économiques (12h20 à 13h)

Introduction & Animation - Réseau Alliances - Place de l'engagement territorial dans la performance des entreprises au travers d'une RSE ancrée et incarnée (10 min)

Témoignages / forme table ronde, pour illustrer la diversité des modèles d'engagement (20 min)

- **Réseau Entreprises & Cité** « L'art de coopérer » : l'engagement territorial au sens de la réduction des fragilités et de la prise en compte des besoins du Territoire par les entreprises
- **Une entreprise membres du GT** « Performance durable des entreprises » : place des Territoires dans la (ré)invention de nouveaux modèles socio-économiques.

=> 5/10 min de réactions / questions / réponses via le chat

⇒ 2 min de conclusion / rappel programme de l'après-midi

Déjeuner de 13h à 14h

4. EXPLORATION : la place des acteurs d'intérêt général avec les Fondations territoriales (14h à 14h30)

Introduction & Animation – Fondation de Lille – Présentation du modèle de la Fondation territoriale : ses apports, spécificités, le réseau des fondations territoriales (10 min)

Témoignage, pour incarner la réalité terrain : **Fondation en cours d'identification** (10 min)

=> 5/10 mn min réactions / questions / réponses via le chat

5. EXPLORATION : la place des acteurs de l'économie sociale et solidaire (14h30 à 15h10)

Introduction & Animation – ADASI – (3 min)

Témoignages / forme table ronde, animés par l'ADASI (40 min)

- Maille du département - **CLUSTER JURA** : l'engagement collectif pour penser l'économie en commun



- Maille de la région – **RONALPIA** : la rencontre du modèle économique de l'innovation territoriale avec celui de l'innovation sociale
- Maille d'une communauté de communes - **PTCE Vivre les Mureaux – PROJET JONAS** : le modèle socio-économique régénératif du projet JONAS

=> 5/10 mn min questions / réponses via le chat

6. REFLEXION COLLECTIVE : en quoi ces actions, réflexions viennent créer de la valeur sur les richesses humaines, les financements et les partenariats ? (15h10 à 15h30)

Répartition en 3 groupes (sur Teams) (20 mn) – trois groupes animés par Fondation de Lille, Réseau Alliances, ADASI

- Question de relance : Qu'est-ce que vous reprenez ? Qu'est-ce que cela vous inspire ?

Retour en plénière

- Les points saillants par chaque animateur (5 min)

7. PASTILLE : focus sur l'accompagnement à la transformation des modèles (15h30 à 16h)

Témoignages, animé par l'ADASI (30 min)

- **Fondation GRDF** : son positionnement innovant en faveur des dynamiques territoriales et les logiques d'accompagnement expérimentées
- **ADASI** : l'exemple des parcours « modèles socio-économiques » pour se réinventer`;
