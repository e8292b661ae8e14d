"""Measures whole processes, and says on which machine."""
import os
import platform
import statistics
import subprocess
import sys
import time


def measure(command, log):
    """Wall seconds, processor seconds and peak memory in MB of one run; both streams go to the file `log`.

    The kernel counts the memory of the process that starts another into the peak of the other, so the peak is never
    below that of this script (about 20 MB): whoever measures keeps small.
    """
    with open(log, 'wb') as output:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        with open(log, encoding='utf-8', errors='replace') as text:
            sys.exit(f'{" ".join(command)} ended with {child.returncode}:\n{text.read()[-2000:]}')
    return {'wall': wall, 'cpu': usage.ru_utime + usage.ru_stime, 'peakMB': usage.ru_maxrss / 1024}


def machine():
    with open('/proc/cpuinfo', encoding='utf-8') as lines:
        models = [line.split(':', 1)[1].strip() for line in lines if line.startswith('model name')]
    with open('/proc/meminfo', encoding='utf-8') as lines:
        memory = int(next(line for line in lines if line.startswith('MemTotal')).split()[1])
    return {'cpu': models[0] if models else platform.machine(), 'cores': os.cpu_count(),
            'memoryGB': round(memory / 1024 / 1024, 1), 'kernel': f'{platform.system()} {platform.release()}'}


def lines_of(command):
    """What a program says of its version; nothing where it is not there."""
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True)
        return done.stdout.strip().split('\n')
    except (OSError, subprocess.CalledProcessError):
        return ['']


def first_line(command):
    return lines_of(command)[0]


def swift_version():
    return next((line for line in lines_of(['swift', '--version']) if 'Swift version' in line), '')


def middle(values):
    return statistics.median(values)
