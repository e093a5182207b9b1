/** The programme of the demonstration, as someone would paste it: the importer makes the workshop out of it. */
export const demoProgramme = `# Atelier 2 – Vers de nouveaux modèles socio-économiques

11h30-16h

## 1. OUVERTURE : partager les enjeux (11h30 à 12h)

Introduction, déroulé et objectifs de l'atelier (5 min)
=> présentation des animatrices : Réseau Passerelles / Fondation des Rives / Collectif Ancrages

Exposé des motifs : éléments introductifs (20 min)

=> 5 min de questions / réponses via le chat

## 2. PASTILLE : focus sur la place d'un acteur public (12h à 12h20)

Témoignage, animé par la Fondation des Rives, de la Communauté de communes du Haut-Val : comment une collectivité innove (20 min)

## 3. EXPLORATION : la place des entreprises (12h20 à 13h)

Introduction & Animation – Réseau Passerelles – L'engagement territorial des entreprises (10 min)

Témoignages / forme table ronde (20 min)

=> 10 min de réactions / questions / réponses via le chat

Déjeuner de 13h à 14h

## 4. EXPLORATION : la place des acteurs d'intérêt général (14h à 15h10)

Introduction & Animation – Fondation des Rives – Le modèle de la fondation territoriale (10 min)

Témoignages / forme table ronde, animés par le Collectif Ancrages (50 min)

=> 10 min questions / réponses via le chat

## 5. REFLEXION COLLECTIVE : en quoi ces actions viennent créer de la valeur sur les richesses humaines, les financements et les partenariats ? (15h10 à 15h40)

Répartition en 3 groupes (sur Teams) (20 min) – trois groupes animés par Fondation des Rives, Réseau Passerelles, Collectif Ancrages

- Question de relance : Qu'est-ce que vous reprenez ? Qu'est-ce que cela vous inspire ?

Retour en plénière

- Les points saillants par chaque animatrice (10 min)

## 6. PASTILLE : focus sur l'accompagnement à la transformation des modèles (15h40 à 16h)

Témoignages, animés par le Collectif Ancrages (20 min)
`;
