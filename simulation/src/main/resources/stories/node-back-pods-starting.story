story     A node is back, and its pods are starting
why       Rule 8: failures are confirmed afresh, so that nobody kills what is about to be well.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn, starts in 9m

00:12  node still-fawn down
01:01  node still-fawn up
02:00  end

must      at most 0 restarts per day
must      at most 2 mails per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
00:20  frigate DEGRADED -> ALERTED, not repaired: node still-fawn is not Ready
00:20  mail: frigate: down
01:10  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
01:15  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
01:15  mail: frigate: recovered
in all  2 mails, 0 restarts
