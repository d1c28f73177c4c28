// Real counterparts for identity_test: an OpenID provider (oidc-provider) whose people log in without a browser, and a mail
// server (smtp-server). One JSON command a line on stdin, one JSON answer a line on stdout; ends with its stdin.
import { createServer } from 'node:http';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import Provider from 'oidc-provider';
import { SMTPServer } from 'smtp-server';

// Standard output is for answers.
console.log = console.info = console.warn = () => {};
const answer = (value) => process.stdout.write(JSON.stringify(value) + '\n');

const clientReturn = 'http://127.0.0.1:1/api/v1/outside/arrive';
const people = {
    ada: { email: 'ada@mail.example', email_verified: true, name: 'Ada Outside' },
    kim: { email: 'Kim@Mail.Example', email_verified: true, name: 'Kim Outside' },
    mallory: { email: 'admin@mail.example', email_verified: true, name: 'Not The Admin' },
    unverified: { email: 'new@mail.example', email_verified: false, name: 'Unverified' },
    zoe: { email: 'zoe@hallam.example', email_verified: true, name: 'Zoe Hallam' },
    boss: { email: 'boss@hallam.example', email_verified: true, name: 'The Boss' },
    vague: { email: 'vague@hallam.example', name: 'Says Nothing Of It' },
    nameless: { email: 'nameless@mail.example', email_verified: true, name: 'Eve\r\nBcc: all' },
};
const kinds = { RS256: ['rsa', { modulusLength: 2048 }], ES256: ['ec', { namedCurve: 'P-256' }], EdDSA: ['ed25519', {}] };

const realNow = Date.now;
let provider, issuer, keyReads = 0, next = 'ada', down = false, refuses = false;
const alsoReturns = [], alsoFarewells = [];
let toldOfLogouts = {}, logoutsTold = [];

function newKey(alg) {
    const [kind, options] = kinds[alg];
    return { ...generateKeyPairSync(kind, options).privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg };
}

function makeProvider(alg) {
    const made = new Provider(issuer, {
        jwks: { keys: [newKey(alg)] },
        clients: [{
            client_id: 'praxis', client_secret: 'a secret: of & many = signs', redirect_uris: [clientReturn, ...alsoReturns],
            post_logout_redirect_uris: ['http://127.0.0.1:1/', ...alsoFarewells], id_token_signed_response_alg: alg, ...toldOfLogouts,
        }],
        cookies: { keys: ['for the test'] },
        pkce: { required: () => true, methods: ['S256'] },
        claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
        features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
        interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
        findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
        loadExistingGrant: async (ctx) => {
            const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
            grant.addOIDCScope('openid email profile');
            await grant.save();
            return grant;
        },
    });
    made.on('backchannel.success', () => logoutsTold.push('taken'));
    made.on('backchannel.error', (_, error) => logoutsTold.push(String(error)));
    return made;
}

const server = createServer(async (request, response) => {
    if (down) return request.socket.destroy();
    if (refuses && request.url.startsWith('/interaction/'))
        return provider.interactionFinished(request, response, { error: 'access_denied', error_description: '<b>no</b>' }, { mergeWithLastSubmission: false });
    if (request.url.startsWith('/interaction/'))
        return provider.interactionFinished(request, response, { login: { accountId: next } }, { mergeWithLastSubmission: false });
    if (request.url.startsWith('/jwks')) ++keyReads;
    return provider.callback()(request, response);
});

// Follows redirects with cookies until they lead back to the client.
async function visit(url) {
    const jar = new Map();
    for (let i = 0; i < 12; ++i) {
        if (url.startsWith(clientReturn)) return { arrived: url };
        const reply = await fetch(url, { redirect: 'manual', headers: { cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; ') } });
        for (const cookie of reply.headers.getSetCookie()) {
            const [name, value] = cookie.split(';')[0].split('=');
            jar.set(name, value);
        }
        const location = reply.headers.get('location');
        if (!location) return { status: reply.status, body: (await reply.text()).slice(0, 300) };
        url = new URL(location, url).href;
    }
    return { status: 0, body: 'too many redirects' };
}

const mails = [];
const postman = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false,
    onRcptTo: (address, session, done) => address.address.startsWith('full@') ? done(Object.assign(new Error('full'), { responseCode: 452 }))
        : address.address.startsWith('gone@') ? done(Object.assign(new Error('gone'), { responseCode: 550 })) : done(),
    onData: (stream, session, done) => {
        let raw = '';
        stream.on('data', (piece) => { raw += piece; });
        stream.on('end', () => { mails.push({ to: session.envelope.rcptTo.map((one) => one.address), raw }); done(); });
    },
});

const commands = {
    visit: async ({ url, as }) => { next = as; refuses = false; return visit(url); },
    rotate: async ({ alg }) => { provider = makeProvider(alg); return {}; },
    key_reads: async () => ({ count: keyReads }),
    look: async ({ url }) => { const reply = await fetch(url, { redirect: 'manual' }); return { status: reply.status }; },
    // A server under test, which is sent back to as well.
    client: async ({ address, way, sessions }) => {
        alsoReturns.push(`${address}/api/v1/outside/${way}/arrive`);
        alsoFarewells.push(`${address}/`);
        toldOfLogouts = { backchannel_logout_uri: `${address}/api/v1/outside/${way}/logout`, backchannel_logout_session_required: sessions };
        provider = makeProvider('RS256');
        return {};
    },
    log_in: async ({ as }) => { next = as; refuses = !as; return {}; },
    down: async ({ is }) => { down = is; return {}; },
    clock: async ({ ahead_s }) => { Date.now = () => realNow() + ahead_s * 1000; return {}; },
    mails: async () => ({ mails }),
    logouts: async () => { const told = logoutsTold; logoutsTold = []; return { told }; },
};

await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
await new Promise((ready) => postman.listen(0, '127.0.0.1', ready));
issuer = `http://127.0.0.1:${server.address().port}`;
provider = makeProvider('RS256');
answer({ issuer, smtp: postman.server.address().port, client_return: clientReturn });
for await (const line of createInterface({ input: process.stdin })) {
    const command = JSON.parse(line);
    try {
        answer(await commands[command.do](command));
    } catch (error) {
        answer({ error: String(error) });
    }
}
process.exit(0);
