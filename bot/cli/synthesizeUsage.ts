export const synthesizeUsage = [
  'npm run -s aparte -- synthesize ANSWERS.csv [--ideas 2] [--lang fr|en|auto] [--question TEXT]   themes, ideas and what is in neither, as JSON',
  'npm run -s aparte -- synthesize --reports REPORT.json … [--lang fr|en|auto]   ideas that groups of several workshops share, and ideas by lens, as JSON',
  'npm run -s aparte -- synthesize --cases CASES.jsonl    one line of JSON for each case: its ideas and their citations',
  'npm run -s aparte -- synthesize --match FILE.json      how well likeness finds the key points of answers',
  'npm run -s aparte -- synthesize --link FILE.json       how well likeness finds the contribution of a one-line synthesis',
].join('\n');
