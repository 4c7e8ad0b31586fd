"""The round of round.sh with Python's Kubernetes client: round.py STATE OUTBOX NAMESPACE TARGET..."""
import pathlib
import sys

from kubernetes import client, config

state, outbox, namespace, *targets = sys.argv[1:]
config.load_kube_config()
core, apps = client.CoreV1Api(), client.AppsV1Api()
for target in targets:
    name, failures, known = f"{state}-{target}", 0, True
    try:
        failures = int(core.read_namespaced_config_map(name, "monitoring").data["failures"])
    except client.ApiException as e:
        if e.status != 404:
            raise
        known = False
    deployment = apps.read_namespaced_deployment(target, namespace)
    pods = core.list_namespaced_pod(namespace, label_selector=f"app.kubernetes.io/name={target}")
    if deployment.status.available_replicas:
        failures = 0
    else:
        failures += 1
        why = [s.state.waiting.reason for p in pods.items for s in p.status.container_statuses if s.state.waiting]
        pathlib.Path(outbox, name + ".eml").write_text(
            f"From: tocsin@example.org\r\nTo: me@example.org\r\nSubject: {target} is down\r\n\r\n{why}\r\n")
    body = {"metadata": {"name": name}, "data": {"failures": str(failures)}}
    if known:
        core.replace_namespaced_config_map(name, "monitoring", body)
    else:
        core.create_namespaced_config_map("monitoring", body)
