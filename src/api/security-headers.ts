import { secureHeaders } from 'hono/secure-headers'

/** Pages need one stylesheet and one icon of ours and nothing else: whatever a feed smuggles in has nowhere to run. */
export const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  // Whether a host is served over TLS only is for the proxy in front of it to say.
  strictTransportSecurity: false,
  permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [] },
})
