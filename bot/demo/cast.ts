/** Everyone here is invented, and so is where they work. */
export interface CastMember {
  readonly name: string;
  readonly organisation: string;
}

const member = (name: string, organisation: string): CastMember => ({ name, organisation });

/** In the order of the groups. */
export const animators: readonly CastMember[] = [
  member('Solène Marchetti', 'Fondation des Rives'),
  member('Awa Delcourt', 'Réseau Passerelles'),
  member('Maïwenn Rousseau', 'Collectif Ancrages'),
];

export const participants: readonly CastMember[] = [
  member('Bruno Castelain', 'La Grange aux Outils'),
  member('Yasmine Ferrand', 'Maison des Voisins'),
  member('Étienne Vauquelin', 'Communauté de communes du Haut-Val'),
  member('Odile Santerre', 'Les Jardins de Margot'),
  member('Karim Lestienne', 'Atelier Vélo Solidaire'),
  member('Clémence Aubry', 'Coopérative Terre d’Ailes'),
  member('Paul-Henri Gosselin', 'Menuiserie Gosselin et filles'),
  member('Fatou Brunel', 'Le Fil et la Main'),
  member('Hervé Malfoy', 'Ville de Saint-Aubert'),
  member('Inès Delaroche', 'Épicerie L’Entraide'),
  member('Guillaume Portal', 'Réemploi des Deux-Vallées'),
  member('Marie-Noëlle Baudry', 'Les Aînés du Canal'),
  member('Thibault Escande', 'Fabrique numérique du Bocage'),
  member('Lucie Hennebert', 'Crèche associative Petit Pont'),
  member('Samir Oudart', 'Régie de quartier Les Tilleuls'),
  member('Anne-Lise Corbeau', 'Mutuelle des Coteaux'),
  member('Dominique Faucheux', 'Banque alimentaire du Plateau'),
  member('Noémie Tassin', 'Compagnie du Seuil'),
  member('Rachid Vernay', 'Club des entreprises du Ponant'),
  member('Bénédicte Lorieux', 'Fondation Chemin neuf et clair'),
  member('Julien Archambaud', 'Ferme des Trois Ormes'),
  member('Christelle Pannier', 'Mission jeunes du Marais'),
  member('Olivier Kerguen', 'Département de la Vaire'),
  member('Sabrina Dumortier', 'Ludothèque La Toupie'),
  member('Michel Grandin', 'Écluse Énergie citoyenne'),
  member('Léa Poncelet', 'Tiers-lieu La Soufflerie'),
];

/** Comes when the groups are already at work. */
export const latecomer: CastMember = member('Nadia Belmont', 'Café-bibliothèque Le Marque-page');
