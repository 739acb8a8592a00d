import os

from hypothesis import HealthCheck, settings

# A build takes tens of milliseconds, and a machine under load many more: no deadline says anything about it.
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("default"), derandomize=True)
# `make fuzz`: more examples, new ones each time; what it finds is real.
settings.register_profile("fuzz", parent=settings.get_profile("default"), max_examples=800)
settings.load_profile("ci" if os.environ.get("CI") else "default")
