story     Five of six fail at once, and not for their node
why       Rule 14: when most of all fail within two rounds it is something else; restarts are held for a window.

starts    2026-01-01 00:00
interval  5m
target    doubletake on node-a
target    frigate on node-b
target    grafana on node-c
target    influxdb on node-d
target    mosquitto on node-e
target    plex on node-f

00:12  doubletake sick
00:12  frigate sick
00:12  grafana sick
00:12  influxdb sick
00:12  mosquitto sick
03:00  end

must      at most 5 alerts per day

seen
00:15  doubletake HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:15  grafana HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:15  influxdb HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:15  mosquitto HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  doubletake DEGRADED -> ALERTED, not repaired, too much failed at once: for 1h
00:20  frigate DEGRADED -> ALERTED, not repaired, too much failed at once: for 1h
00:20  grafana DEGRADED -> ALERTED, not repaired, too much failed at once: for 1h
00:20  influxdb DEGRADED -> ALERTED, not repaired, too much failed at once: for 1h
00:20  mosquitto DEGRADED -> ALERTED, not repaired, too much failed at once: for 1h
00:20  mail: doubletake, frigate, grafana, influxdb, mosquitto: down
01:20  doubletake ALERTED -> REMEDIATING, repairing: restart, attempt 1
01:20  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 1
01:20  grafana ALERTED -> REMEDIATING, repairing: restart, attempt 1
01:20  influxdb ALERTED -> REMEDIATING, repairing: restart, attempt 1
01:20  mosquitto ALERTED -> REMEDIATING, repairing: restart, attempt 1
01:20  restart of doubletake (restart)
01:20  restart of frigate (restart)
01:20  restart of grafana (restart)
01:20  restart of influxdb (restart)
01:20  restart of mosquitto (restart)
01:25  doubletake REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
01:25  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
01:25  grafana REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
01:25  influxdb REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
01:25  mosquitto REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
01:30  doubletake RECOVERED -> HEALTHY, recovered: incident doubletake-r4-20260101T001500Z is over
01:30  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
01:30  grafana RECOVERED -> HEALTHY, recovered: incident grafana-r4-20260101T001500Z is over
01:30  influxdb RECOVERED -> HEALTHY, recovered: incident influxdb-r4-20260101T001500Z is over
01:30  mosquitto RECOVERED -> HEALTHY, recovered: incident mosquitto-r4-20260101T001500Z is over
01:30  mail: doubletake, frigate, grafana, influxdb, mosquitto: recovered
in all  2 mails, 5 restarts
