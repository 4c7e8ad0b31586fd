story     The mail server is down during the outage
why       F27: what is owed is tried once a round and told when it can be.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn
policy    only told

00:02  mail down
00:12  frigate sick
01:02  mail fine
02:00  end

must      at most 2 mails per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED, no remediation is configured: it answers badly
00:20  frigate-r4-20260101T001500Z-alert-1 is not done: connection refused
00:20  round ended with exit code 4
00:25  frigate-r4-20260101T001500Z-alert-1 is not done: connection refused
00:25  round ended with exit code 4
00:30  frigate-r4-20260101T001500Z-alert-1 is not done: connection refused
00:30  round ended with exit code 4
00:35  frigate-r4-20260101T001500Z-alert-1 is not done: connection refused
00:35  round ended with exit code 4
00:40  frigate-r4-20260101T001500Z-alert-1 is not done: connection refused
00:40  round ended with exit code 4
00:45  frigate-r4-20260101T001500Z-alert-1 is not done: connection refused
00:45  round ended with exit code 4
00:50  frigate-r4-20260101T001500Z-alert-1 is not done: connection refused
00:50  round ended with exit code 4
00:55  frigate-r4-20260101T001500Z-alert-1 is not done: connection refused
00:55  round ended with exit code 4
01:00  frigate-r4-20260101T001500Z-alert-1 is not done: connection refused
01:00  round ended with exit code 4
01:05  mail: frigate: down
in all  1 mail, 0 restarts
