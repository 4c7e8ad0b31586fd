story     GitOps deletes the ledger every ten minutes
why       In the incident the flag lived in a manifest that was applied again and again: 18 mails in 3 hours, with the flag.

starts    2026-01-01 00:00
interval  5m
cluster   remembers
target    frigate on still-fawn, starts in 7m

00:12  node still-fawn down
00:18  ledger deleted
00:28  ledger deleted
00:38  ledger deleted
00:48  ledger deleted
00:58  ledger deleted
01:08  ledger deleted
02:01  node still-fawn up
03:00  end

must      at most 2 mails per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
00:20  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
00:25  frigate DEGRADED -> ALERTED, not repaired: node still-fawn is not Ready
00:25  mail: frigate: down
02:10  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
02:15  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r1-20260101T002000Z is over
02:15  mail: frigate: recovered
in all  2 mails, 0 restarts
