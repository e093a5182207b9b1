// Plain JavaScript, so that an old Node can read it and say what is missing instead of failing on a file ending.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Aparté a besoin de Node 24 (ici : ${process.versions.node}). Il vient d’ordinaire avec « npm ci » ; ` +
      'sur cette machine il n’a pas été installé : installez Node 24 (nodejs.org), puis recommencez.\n' +
      `Aparté needs Node 24 (here: ${process.versions.node}). It usually comes with "npm ci"; ` +
      'on this machine it did not: install Node 24 (nodejs.org), then start again.',
  );
  process.exit(1);
}
