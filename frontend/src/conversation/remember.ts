/**
 * Writes what this device has seen of a conversation into the vault: chain and newest roster, so that the server cannot
 * go back behind it. Merges; two devices may write in any order.
 */
import type { ChainState, Vault } from "../crypto/index.ts";
import { holder } from "../keys/holder.ts";
import { changeVault } from "../keys/vault-write.ts";
import type { Room } from "./room.ts";

const QUIET_MS = 4000;
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** The vault with this conversation's state, or the same vault when it holds nothing newer. */
function withSeen(vault: Vault, conv: string, state: ChainState, roster: { seq: number; sha256: string }): Vault {
  const before = vault.chains[conv];
  const seen = { ...before?.seen };
  for (const [key, last] of Object.entries(state.seen)) if (last.n > (seen[key]?.n ?? 0)) seen[key] = last;
  const known = vault.rosters[conv];
  const newest = known && known.seq > roster.seq ? known : roster;
  const chains = { ...vault.chains, [conv]: { heads: state.heads, seen } };
  return { ...vault, chains, rosters: { ...vault.rosters, [conv]: newest } };
}

/** Whether the vault lacks something this room has seen. */
function isNews(vault: Vault, room: Room): boolean {
  const before = vault.chains[room.conv]?.seen ?? {};
  const newer = Object.entries(room.chain.state().seen).some(([key, last]) => last.n > (before[key]?.n ?? 0));
  return newer || room.roster.seq > (vault.rosters[room.conv]?.seq ?? 0);
}

/** Stores what the room has seen after a quiet moment. A failure is no loss: the next visit stores it. */
export function rememberRoom(room: Room): void {
  clearTimeout(waiting.get(room.conv));
  waiting.set(room.conv, setTimeout(() => void store(room).catch(() => undefined), QUIET_MS));
}

async function store(room: Room): Promise<void> {
  waiting.delete(room.conv);
  if (room.rosters.length === 0 || !isNews(holder.current().vault, room)) return;
  const { seq, sha256 } = room.roster;
  await changeVault((vault) => withSeen(vault, room.conv, room.chain.state(), { seq, sha256 }));
}
