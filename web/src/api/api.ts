// The contract of the server, to be read and tried out by whoever is logged in here; served by the server itself.
import { SwaggerUIBundle } from 'swagger-ui-dist';
import 'swagger-ui-dist/swagger-ui.css';

interface Asked {
  method: string;
  headers: Record<string, string>;
}

/** The session's counterpart, which a change must carry. */
function counterpart(): string {
  const cookie = document.cookie.split('; ').find((one) => /^(__Host-)?praxis_csrf=/.test(one));
  return cookie?.slice(cookie.indexOf('=') + 1) ?? '';
}

SwaggerUIBundle({
  url: '/contract/openapi.yaml',
  dom_id: '#api',
  deepLinking: true,
  validatorUrl: null,
  defaultModelsExpandDepth: 0,
  requestInterceptor: (request: Asked) => {
    if (request.method !== 'GET' && counterpart()) request.headers['x-csrf-token'] = counterpart();
    return request;
  },
});
