story     The mail server says: later
why       F30: the same mail, with the same Message-ID, in the next round.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn
policy    only told

00:02  mail greylists
00:12  frigate sick
00:22  mail fine
01:00  end

must      at most 1 mails per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED, no remediation is configured: it answers badly
00:20  frigate-r4-20260101T001500Z-alert-1 is not done: 451 greylisted
00:20  round ended with exit code 4
00:25  mail: frigate: down
in all  1 mail, 0 restarts
