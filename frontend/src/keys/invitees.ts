/**
 * What a therapist's vault keeps of people who have not joined yet: her own name for them and how the link was handed over.
 * Kept by the client's code, because before joining there is no key to keep it by.
 */
import type { Vault } from "../crypto/vault.ts";

export interface Invitee {
  readonly name: string;
  /** Whether the link is shown in the room: whoever scans it there is who she thinks. */
  readonly here: boolean;
}

type Invitees = Readonly<Record<string, Invitee>>;

/** Everybody invited and not yet confirmed, by code. */
export function invitees(vault: Vault): Invitees {
  return (vault.settings["invited"] ?? {}) as unknown as Invitees;
}

function withInvitees(vault: Vault, all: Invitees): Vault {
  return { ...vault, settings: { ...vault.settings, invited: { ...all } as never } };
}

/** The vault with one more invitation; an older one of the same conversation is forgotten, its link has ended. */
export function withInvite(
  vault: Vault,
  made: { readonly invitation: string; readonly conv: string; readonly code: string; readonly secret: string },
  invitee: Invitee,
  now: Date,
): Vault {
  const { invitation, conv, code, secret } = made;
  const others = Object.entries(vault.invites).filter(([id, one]) => id !== invitation && one.conv !== conv);
  const invites = { ...Object.fromEntries(others), [invitation]: { secret, conv, created: now.toISOString() } };
  return withInvitees({ ...vault, invites }, { ...invitees(vault), [code]: invitee });
}

/** The vault without what was kept of an invitation: it was confirmed, or refused. */
export function withoutInvite(vault: Vault, { invitation, code }: { invitation: string; code: string }): Vault {
  const { [invitation]: _, ...invites } = vault.invites;
  const { [code]: __, ...others } = invitees(vault);
  return withInvitees({ ...vault, invites }, others);
}

/** What this person is called here: the pin's name, the name given when inviting, or nothing. */
export function nameOf(vault: Vault, fp: string, code: string): string {
  return vault.pins[fp]?.name || invitees(vault)[code]?.name || "";
}

/** The vault with another name for a client, joined or not. */
export function withName(vault: Vault, fp: string, code: string, name: string): Vault {
  const pin = vault.pins[fp];
  if (pin) return { ...vault, pins: { ...vault.pins, [fp]: { ...pin, name } } };
  const { here = false } = invitees(vault)[code] ?? {};
  return withInvitees(vault, { ...invitees(vault), [code]: { name, here } });
}
