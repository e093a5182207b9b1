import { type Request, type Response, Router } from 'express';
import { consentedPage, consentPage } from '../../shared/protocol/http.ts';
import { graphScope } from './graphMeetings.ts';

export interface ConsentDoorDeps {
  readonly clientId: string;
  readonly tenants: readonly string[];
  /** Whole origin of this server, as it is registered with Microsoft. */
  readonly publicUrl: string;
  readonly loginOrigin: string;
}

/**
 * The window in which Microsoft asks for the permission begins and ends on this server, as Teams wants it. What comes back
 * stands behind `#`: no code of anybody's reaches this server or a log, and none is needed.
 */
export function createConsentDoor({ clientId, tenants, publicUrl, loginOrigin }: ConsentDoorDeps): Router {
  const door = Router();
  door.get(consentPage, (request: Request, response: Response) => {
    const { tenant } = request.query;
    const own = tenants.find((each) => typeof tenant === 'string' && each === tenant.toLowerCase());
    const address = new URL(`/${own ?? 'organizations'}/oauth2/v2.0/authorize`, loginOrigin);
    address.search = new URLSearchParams({
      client_id: clientId,
      response_type: 'code',
      response_mode: 'fragment',
      scope: graphScope,
      redirect_uri: `${publicUrl}${consentedPage}`,
      prompt: 'consent',
    }).toString();
    response.set('Cache-Control', 'no-store').redirect(address.href);
  });
  return door;
}
