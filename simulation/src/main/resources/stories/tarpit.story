story     A mail server that answers a byte a minute
why       F34: one deadline over all of it, so the round ends in time and tries again.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn
policy    only told

00:02  mail tarpit
00:12  frigate sick
00:42  mail fine
01:30  end

must      at most 1 mails per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED, no remediation is configured: it answers badly
00:20  frigate-r4-20260101T001500Z-alert-1 is not done: the time was over before the final dot
00:20  round ended with exit code 4
00:25  frigate-r4-20260101T001500Z-alert-1 is not done: the time was over before the final dot
00:25  round ended with exit code 4
00:30  frigate-r4-20260101T001500Z-alert-1 is not done: the time was over before the final dot
00:30  round ended with exit code 4
00:35  frigate-r4-20260101T001500Z-alert-1 is not done: the time was over before the final dot
00:35  round ended with exit code 4
00:40  frigate-r4-20260101T001500Z-alert-1 is not done: the time was over before the final dot
00:40  round ended with exit code 4
00:45  mail: frigate: down
in all  1 mail, 0 restarts
