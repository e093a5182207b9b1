import helmet from 'helmet';

/** Teams, old and new, at work and free. docs: "Tab requirements", Content-Security-Policy */
const teamsOrigins = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://teams.live.com',
];
/** Where teams-js reads who may host it; refused, it takes the list that it was built with. */
const teamsCdn = 'https://res.cdn.office.net';

/**
 * The content policy and the like.
 * @param shown `teams`: the one page that Teams may show inside of itself; everything else stands in nobody's frame.
 * `window`: a window that Teams opens, which tells it how it ended: it stays tied to the window that opened it
 */
export function secureHeaders(isHttps: boolean, shown: 'alone' | 'teams' | 'window' = 'alone') {
  const isFramed = shown === 'teams';
  const knowsTeams = shown !== 'alone';
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        workerSrc: ["'self'"],
        connectSrc: ["'self'", ...(knowsTeams ? [teamsCdn] : [])],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: isFramed ? ["'self'", ...teamsOrigins] : ["'none'"],
      },
    },
    // A meeting room's network often has no certificate: on plain http these would only fill the console with warnings.
    strictTransportSecurity: isHttps,
    crossOriginOpenerPolicy: isHttps && !knowsTeams,
    originAgentCluster: isHttps,
    referrerPolicy: { policy: 'no-referrer' },
    // For browsers and plug-ins of the past, on each of the files of a page: a phone would load two kilobytes for nobody.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    // It knows only "nobody" and "the same origin".
    xFrameOptions: !isFramed,
    crossOriginResourcePolicy: { policy: isFramed ? 'cross-origin' : 'same-origin' },
  });
}
