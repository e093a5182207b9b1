export const splitUsage = [
  'npm run -s aparte -- split PEOPLE.csv|.xlsx --groups 3   prints the people with their group; the quality report goes to stderr',
  '    [--mix column=weight,…] [--apart column,…] [--together column] [--pin column] [--met EARLIER.csv]… [--seed n] [--ms n]',
  'npm run -s aparte -- split --roster ROSTER.json [--previous SPLIT.json] [--proposals n] [--seed n]',
  'npm run -s aparte -- split --rounds groups,size,rounds [--proposals n] [--seed n]',
  'npm run -s aparte -- split --mdgp FILE.txt.gz [--ms n] [--seed n]',
].join('\n');
