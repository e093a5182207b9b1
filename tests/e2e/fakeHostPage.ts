/**
 * Our own stand-in for Teams: a page at its address with a frame, which answers the messages of the real library. Its script
 * (who is there, where, what Teams says) stands behind `#`. It proves our page against the library, not against Teams.
 */
export const fakeHostPage = `<!doctype html>
<html><head><meta charset="utf-8"><title>Fake Teams</title>
<style>html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block;overflow:hidden}</style></head>
<body><script>
const { host, source } = JSON.parse(decodeURIComponent(location.hash.slice(1)));
const state = { theme: host.theme ?? 'default', locale: host.locale ?? 'fr-fr' };
const calls = [];
const frame = document.createElement('iframe');
frame.allow = 'clipboard-write; fullscreen';
frame.src = source;
const context = () => ({
  entityId: 'aparte', locale: state.locale, theme: state.theme, frameContext: host.frameContext,
  hostClientType: host.clientType ?? 'web', hostName: 'Teams', sessionId: 's', appSessionId: 'as',
  userObjectId: host.userObjectId, tid: host.userObjectId && (host.tenantId ?? 't'), chatId: host.chatId, meetingId: host.meetingId,
  subEntityId: host.subEntityId,
});
const tokenAnswer = (token) => (token.startsWith('!') ? [false, token.slice(1)] : [true, token]);
const answers = {
  initialize: (_args, frameContext) => [frameContext, host.clientType ?? 'web', JSON.stringify({
    apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false,
    supports: { meeting: {}, pages: { config: {}, tabs: {} }, chat: {}, dialog: { url: {} } },
  }), '2.58.0'],
  getContext: () => [context()],
  'authentication.getAuthToken': ([, , silent]) => tokenAnswer(silent ? host.tokens.silent : host.tokens.asking),
  'meeting.getAppContentStageSharingCapabilities': () => [null, { doesAppHaveSharePermission: host.mayShare === true }],
  'meeting.shareAppContentToStage': () => (host.mayShare ? [null, true] : [{ errorCode: 1000 }, null]),
  'meeting.joinMeeting': () => (host.joinMeeting === 'works' ? [null, true] : [{ errorCode: 100 }]),
  executeDeepLink: () => [true],
  'settings.setSettings': () => [true],
};
// The window that the page asked for, and how the page is told of its end.
let opened;
const endings = { 'authentication.authenticate.success': true, 'authentication.authenticate.failure': false };
addEventListener('message', (event) => {
  const isWindow = opened !== undefined && event.source === opened.window;
  if (event.source !== frame.contentWindow && !isWindow) return;
  const { func, args, id, uuid, uuidAsString } = event.data ?? {};
  calls.push({ func, args: args ?? [] });
  const reply = (answer) =>
    event.source.postMessage({ id, uuid, uuidAsString, args: answer, timestamp: Date.now() }, event.origin);
  if (isWindow && func in endings) return opened.end([endings[func], args?.[0] ?? '']);
  if (func === 'authentication.authenticate') {
    opened = { window: open(args[0], 'consent', 'popup,width=600,height=640'), end: reply };
    return;
  }
  const answer = host.isSilent ? undefined : answers[func];
  if (answer) reply(answer(args ?? [], isWindow ? 'authentication' : host.frameContext));
});
const tell = (func, args) => frame.contentWindow.postMessage({ func, args }, new URL(source).origin);
globalThis.fakeTeams = {
  calls,
  turn(change) { Object.assign(state, change); tell('themeChange', [state.theme]); },
  save() { tell('settings.save', [{}]); },
};
document.body.append(frame);
</script></body></html>`;
