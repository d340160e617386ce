"""The one door for heavy or foreign work: in this process, in child interpreters, on a cluster."""

from .cluster import scheduler_address, use_scheduler
from .failures import WorkerFailed
from .interpreter import find_interpreter
from .messages import Message
from .pool import WorkerPool, available_workers
from .tasks import Task, child_library

__all__ = [
    "Message",
    "Task",
    "WorkerFailed",
    "WorkerPool",
    "available_workers",
    "child_library",
    "find_interpreter",
    "scheduler_address",
    "use_scheduler",
]
