import type { CreateReply } from '../../shared/protocol/http.ts';
import type {
  TeamsAttachRequest,
  TeamsJoinReply,
  TeamsJoinRequest,
  TeamsLinkRequest,
  TeamsOpenReply,
  TeamsPlace,
  TeamsRoomsReply,
  TeamsRoomsRequest,
  TeamsSessionReply,
  TeamsSessionRequest,
} from '../../shared/protocol/teams.ts';
import type { CreateWorkshop } from '../../shared/workshop/commands.ts';
import { type ApiReply, browserCall, type Call } from './api.ts';

/** What the page asks for an account of Teams. `token`: of Teams' single sign-on, fresh. */
export interface TeamsApi {
  session(token: string, request: TeamsSessionRequest): Promise<ApiReply<TeamsSessionReply>>;
  join(token: string, request: TeamsJoinRequest): Promise<ApiReply<TeamsJoinReply>>;
  attach(token: string, request: TeamsAttachRequest): Promise<ApiReply<TeamsOpenReply>>;
  linkConversation(token: string, request: TeamsLinkRequest): Promise<ApiReply<unknown>>;
  makeRooms(token: string, request: TeamsRoomsRequest): Promise<ApiReply<TeamsRoomsReply>>;
  createWorkshop(
    token: string,
    place: TeamsPlace,
    commandId: string,
    workshop: CreateWorkshop,
  ): Promise<ApiReply<CreateReply>>;
}

export const createTeamsApi = (call: Call): TeamsApi => ({
  session: (token, request) => call('/api/teams/session', token, request),
  join: (token, request) => call('/api/teams/join', token, request),
  attach: (token, request) => call('/api/teams/attach', token, request),
  linkConversation: (token, request) => call('/api/teams/conversation', token, request),
  makeRooms: (token, request) => call('/api/teams/rooms', token, request),
  createWorkshop: (token, place, commandId, workshop) =>
    call('/api/teams/workshops', token, { place, commandId, workshop }),
});

export const browserTeamsApi: TeamsApi = createTeamsApi(browserCall);
