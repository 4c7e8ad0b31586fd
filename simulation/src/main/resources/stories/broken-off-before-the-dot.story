story     The connection breaks before the final dot
why       F05: nobody has that mail, so it is sent again under its key.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn
policy    only told

00:02  mail breaks off
00:12  frigate sick
00:32  mail fine
01:00  end

must      at most 1 mails per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED, no remediation is configured: it answers badly
00:20  frigate-r4-20260101T001500Z-alert-1 is not done: broken off before the final dot
00:20  round ended with exit code 4
00:25  frigate-r4-20260101T001500Z-alert-1 is not done: broken off before the final dot
00:25  round ended with exit code 4
00:30  frigate-r4-20260101T001500Z-alert-1 is not done: broken off before the final dot
00:30  round ended with exit code 4
00:35  mail: frigate: down
in all  1 mail, 0 restarts
