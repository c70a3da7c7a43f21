/** One request as the simulated Graph sees it, whether it came alone or inside a `$batch`. */
export interface GraphRequest {
  readonly method: string;
  /** As sent, relative to the version, e.g. `/users?$top=5`. */
  readonly url: string;
  /** Decoded path without the version, e.g. `/users/ada@contoso.com/ownedDevices` or `/$batch`. */
  readonly path: string;
  /** Decoded segments of the path: a `/` inside a key does not split it. */
  readonly segments: readonly string[];
  /** Query options by name, `$` included for OData's own. */
  readonly query: ReadonlyMap<string, string>;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As sent: text over HTTP, JSON inside a batch. */
  readonly body: unknown;
  /** Whether it came inside a `$batch`. */
  readonly inner: boolean;
}

export interface GraphResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What the log keeps of a request. `path` is without version and query; `url` is as sent. */
export interface GraphRequestLog {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The requests inside a `$batch`, in the order sent; empty for any other. */
  readonly inner: readonly InnerRequestLog[];
}

export interface InnerRequestLog {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A 200 with JSON, as most answers are. */
export function ok(body: unknown): GraphResponse {
  return { status: 200, headers: { 'content-type': 'application/json; odata.metadata=minimal; charset=utf-8' }, body };
}
