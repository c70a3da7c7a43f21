/** How an application proves who it is. `simulated` is for the sample tenant alone. */
export type SignIn =
  | { readonly kind: 'simulated' }
  | { readonly kind: 'secret'; readonly clientId: string; readonly clientSecret: string }
  /** A PEM file with certificate and private key. */
  | { readonly kind: 'certificate'; readonly clientId: string; readonly certificatePath: string }
  | { readonly kind: 'managedIdentity'; readonly clientId: string }
  /** The managed identity is the application's federated credential. */
  | { readonly kind: 'federated'; readonly clientId: string; readonly managedIdentityClientId: string };
