const policy = {
  "default-src": "'none'",
  "script-src": "'self'",
  "worker-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data: blob:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
  "object-src": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "default",
};

const directives = Object.entries(policy).map(([name, value]) => `${name} ${value}`);

/** The policy for a `<meta>` tag, where browsers ignore frame-ancestors and warn about it. */
export const metaPolicy = directives.filter((directive) => !directive.startsWith("frame-ancestors")).join("; ");

/** Sent with every response: a worker obeys the policy of its own response, not that of the page. */
export const securityHeaders = {
  "Content-Security-Policy": directives.join("; "),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
};
