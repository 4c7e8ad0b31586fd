story     The ledger is damaged during an incident
why       F40: put aside, begun anew, no restart for a whole window, and the round says so once.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:12  node still-fawn down
00:33  ledger damaged
02:03  node still-fawn up
03:00  end

must      at most 3 mails per day
must      at most 0 restarts per hour

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
00:20  frigate DEGRADED -> ALERTED, not repaired: node still-fawn is not Ready
00:20  mail: frigate: down
00:35  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
00:35  round ended with exit code 3
00:35  round says: the ledger is damaged
00:40  frigate DEGRADED -> ALERTED, not repaired: node still-fawn is not Ready
00:40  mail: frigate: down
02:05  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
02:10  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r1-20260101T003500Z is over
02:10  mail: frigate: recovered
in all  3 mails, 0 restarts
