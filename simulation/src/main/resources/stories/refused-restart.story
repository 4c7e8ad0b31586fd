story     A restart that is refused is not called a restart
why       In the incident a refused restart still mailed "Restarted" in every run.

starts    2026-01-01 00:00
interval  5m
target    frigate on node-a

00:02  repairs answered 403
00:12  frigate sick
04:00  end

must      at most 2 mails per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
00:20  frigate-r4-20260101T001500Z-remediate-1 is refused: 403 forbidden
00:20  round ended with exit code 4
00:20  mail: frigate: down
00:30  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 2
00:30  frigate-r4-20260101T001500Z-remediate-2 is refused: 403 forbidden
00:30  round ended with exit code 4
01:20  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 3
01:20  frigate-r4-20260101T001500Z-remediate-3 is refused: 403 forbidden
01:20  round ended with exit code 4
01:25  mail: frigate: gave up
in all  2 mails, 0 restarts
