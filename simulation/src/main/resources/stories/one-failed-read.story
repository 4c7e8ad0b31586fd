story     One failed read of the ledger erases nothing
why       In the incident one failed read of the state erased it, and everything was told again.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:12  node still-fawn down
00:33  ledger down
00:36  ledger fine
02:00  node still-fawn up
03:00  end

must      at most 2 mails per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
00:20  frigate DEGRADED -> ALERTED, not repaired: node still-fawn is not Ready
00:20  mail: frigate: down
00:35  round ended with exit code 3
00:35  round says: no answer from the store
02:00  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
02:05  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
02:05  mail: frigate: recovered
in all  2 mails, 0 restarts
