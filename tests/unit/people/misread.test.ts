import { expect, it } from 'vitest';
import { looksMisread } from '../../../shared/people/misread.ts';

it.each([
  ['UTF-8 read as Windows-1252', 'RÃ©gion;AgnÃ¨s'],
  ['an apostrophe of UTF-8 read as Windows-1252', 'Ligue de lâ€™enseignement'],
  ['MS-DOS read as Windows-1252', 'Zo‚ GeneviŠve'],
  ['an older Mac read as Windows-1252', 'RŽgion'],
  ['bytes that are no letters', 'R\uFFFDgion'],
])('IP2 %s is told', (_, text) => expect(looksMisread(text)).toBe(true));

it.each([
  'Zoé Île-de-France ; Ligue de l’enseignement ; “La Fabrique” – œuvre…',
  'JOÃO SÃO, Škoda, Žižek, Łódź, Ağrı',
  'ŠKODA ŽIŽEK ; coût : 12 € ; TM™ ; note‑à‑moi',
  'Δημήτρης ; Мария ; 田中',
])('IP2 %s is nothing to tell', (text) => expect(looksMisread(text)).toBe(false));
