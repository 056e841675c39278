// Passkeys: the browser's own ceremony around forms that our pages draw. A form [data-passkey] holds a hidden field `credential` and, as
// JSON in its data-options (or behind data-options-from), what the server asks. Where the browser knows no passkeys the form stays hidden.
type Asked = { publicKey: Record<string, unknown> };

export function wirePasskeys(): void {
  if (!("credentials" in navigator) || !window.PublicKeyCredential) return;
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void answer(form);
    });
  }
}

async function answer(form: HTMLFormElement): Promise<void> {
  const problem = form.querySelector<HTMLElement>("[data-passkey-problem]");
  if (problem) problem.hidden = true;
  try {
    const asked = await optionsOf(form);
    const credential = form.dataset.passkey === "create" ? await create(asked) : await get(asked);
    form.querySelector<HTMLInputElement>("[name=credential]")!.value = JSON.stringify(credential);
    form.submit(); // not requestSubmit: this very listener would answer again
  } catch {
    if (problem) problem.hidden = false; // refused, cancelled or timed out: browsers do not say which
    problem?.focus();
  }
}

async function optionsOf(form: HTMLFormElement): Promise<Asked> {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const answered = await fetch(form.dataset.optionsFrom!, { headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" } });
  if (!answered.ok) throw new Error(String(answered.status));
  return (await answered.json()).request_options;
}

async function create(asked: Asked): Promise<object> {
  const wanted: any = asked.publicKey;
  const publicKey = { ...wanted, challenge: bytes(wanted.challenge), user: { ...wanted.user, id: bytes(wanted.user.id) }, excludeCredentials: known(wanted.excludeCredentials) };
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  const said = { clientDataJSON: text(response.clientDataJSON), attestationObject: text(response.attestationObject), transports: response.getTransports?.() ?? [] };
  return { ...told(made), response: said };
}

async function get(asked: Asked): Promise<object> {
  const wanted: any = asked.publicKey;
  const publicKey = { ...wanted, challenge: bytes(wanted.challenge), allowCredentials: known(wanted.allowCredentials) };
  const given = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  const response = given.response as AuthenticatorAssertionResponse;
  const said = {
    clientDataJSON: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: response.userHandle ? text(response.userHandle) : null,
  };
  return { ...told(given), response: said };
}

function told(credential: PublicKeyCredential): object {
  const { id, rawId, type, authenticatorAttachment } = credential;
  return { id, rawId: text(rawId), type, authenticatorAttachment, clientExtensionResults: credential.getClientExtensionResults() };
}

function known(listed: { id: string }[] | undefined): object[] {
  return (listed ?? []).map((one) => ({ ...one, id: bytes(one.id) }));
}

function bytes(written: string): Uint8Array {
  return Uint8Array.from(atob(written.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
