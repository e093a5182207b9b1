/** Everyone here is invented, and so is where they work. */
export interface Role {
  readonly name: string;
  readonly organisation: string;
}

const role = (name: string, organisation: string): Role => ({ name, organisation });

/** In the order of the groups. */
export const animators: readonly Role[] = [
  role('Solène Marchetti', 'Fondation des Rives'),
  role('Awa Delcourt', 'Réseau Passerelles'),
  role('Maïwenn Rousseau', 'Collectif Ancrages'),
];

export const participants: readonly Role[] = [
  role('Bruno Castelain', 'La Grange aux Outils'),
  role('Yasmine Ferrand', 'Maison des Voisins'),
  role('Étienne Vauquelin', 'Communauté de communes du Haut-Val'),
  role('Odile Santerre', 'Les Jardins de Margot'),
  role('Karim Lestienne', 'Atelier Vélo Solidaire'),
  role('Clémence Aubry', 'Coopérative Terre d’Ailes'),
  role('Paul-Henri Gosselin', 'Menuiserie Gosselin et filles'),
  role('Fatou Brunel', 'Le Fil et la Main'),
  role('Hervé Malfoy', 'Ville de Saint-Aubert'),
  role('Inès Delaroche', 'Épicerie L’Entraide'),
  role('Guillaume Portal', 'Réemploi des Deux-Vallées'),
  role('Marie-Noëlle Baudry', 'Les Aînés du Canal'),
  role('Thibault Escande', 'Fabrique numérique du Bocage'),
  role('Lucie Hennebert', 'Crèche associative Petit Pont'),
  role('Samir Oudart', 'Régie de quartier Les Tilleuls'),
  role('Anne-Lise Corbeau', 'Mutuelle des Coteaux'),
  role('Dominique Faucheux', 'Banque alimentaire du Plateau'),
  role('Noémie Tassin', 'Compagnie du Seuil'),
  role('Rachid Vernay', 'Club des entreprises du Ponant'),
  role('Bénédicte Lorieux', 'Fondation Chemin neuf et clair'),
  role('Julien Archambaud', 'Ferme des Trois Ormes'),
  role('Christelle Pannier', 'Mission jeunes du Marais'),
  role('Olivier Kerguen', 'Département de la Vaire'),
  role('Sabrina Dumortier', 'Ludothèque La Toupie'),
  role('Michel Grandin', 'Écluse Énergie citoyenne'),
  role('Léa Poncelet', 'Tiers-lieu La Soufflerie'),
];

/** Comes when the groups are already at work. */
export const latecomer: Role = role('Nadia Belmont', 'Café-bibliothèque Le Marque-page');
