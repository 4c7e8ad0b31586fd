story     A human says that he knows
why       design.md 5: true by hand, and nobody is told any more in this incident.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:08  mail down
00:12  node still-fawn down
00:22  frigate set to told by hand
00:23  mail fine
02:00  end

must      at most 0 alerts per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
00:20  frigate DEGRADED -> ALERTED, not repaired: node still-fawn is not Ready
00:20  frigate-r4-20260101T001500Z-alert-1 is not done: connection refused
00:20  round ended with exit code 4
in all  0 mails, 0 restarts
