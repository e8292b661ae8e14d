"""The results of portfolio.py as Markdown."""
from measuring import middle

BEGIN = '<!-- portfolio: begin; written by Tests/Benchmarks/portfolio.py -->'
END = '<!-- portfolio: end -->'


def render(results):
    parts = [heading(results)]
    parts += [size_table(size) for size in results['sizes'] if size['goods'] > 1]
    parts += [ratios(results), growth(results), agreement(results)]
    return '\n\n'.join(part for part in parts if part) + '\n'


def write_into(page, text):
    with open(page, encoding='utf-8') as file:
        before, rest = file.read().split(BEGIN)
    after = rest.split(END)[1]
    with open(page, 'w', encoding='utf-8') as file:
        file.write(f'{before}{BEGIN}\n{text}{END}{after}')


def heading(results):
    machine, versions = results['machine'], results['versions']
    return (f'Measured on {results["date"]}: {machine["cpu"]}, {machine["cores"]} cores, {machine["memoryGB"]} GB, '
            f'{machine["kernel"]}; rcep at commit {versions["commit"]}, {versions["swift"]}; DuckDB '
            f'{versions["duckdb"]}; Python {versions["python"]}. Whole processes in turn, files warm; '
            'times are medians, the spread is the fastest and the slowest turn, memory is the largest peak.')


def size_table(size):
    count = f'{size["goods"]:,} goods, {size["lines"]:,} lines, {sum(size["bytes"]) / 1e6:,.0f} MB'
    rows = [f'### {count}', '',
            '| program | threads | turns | seconds | spread | goods/s | lines/s | processor s | peak MB |',
            '|---|--:|--:|--:|--:|--:|--:|--:|--:|']
    for found in size['programs']:
        wall = middle(found['wall'])
        rows.append(
            f'| {found["program"]} | {found["threads"]} | {len(found["wall"])} | {seconds(wall)} | '
            f'{seconds(min(found["wall"]))}–{seconds(max(found["wall"]))} | {size["goods"] / wall:,.0f} | '
            f'{size["lines"] / wall:,.0f} | {seconds(middle(found["cpu"]))} | {max(found["peakMB"]):,.0f} |')
    plain = extrapolated(size)
    return '\n'.join(rows + ([''] + [plain] if plain else []))


def extrapolated(size):
    """Plain Python on a size it is not run on: its time grows with the lines."""
    if any(found['program'] == 'plain Python' for found in size['programs']) or 'plainSecondsALine' not in size:
        return ''
    return ('Plain Python was not run on this size; by its time a line on the size before, it would take about '
            f'{size["plainSecondsALine"] * size["lines"]:,.0f} s.')


def seconds(value):
    return f'{value:.3f}' if value < 10 else f'{value:.1f}'


def wall_of(size, program, threads, clock='wall'):
    for found in size['programs']:
        if found['program'] == program and found['threads'] == threads:
            return middle(found[clock])
    return None


def output_of(size, program, threads):
    for found in size['programs']:
        if found['program'] == program and found['threads'] == threads:
            return found.get('outputBytes')
    return None


def ratios(results):
    cores = results['machine']['cores']
    rows = [f'### Ratios, {cores} threads where nothing else is said', '',
            'DuckDB is given the time of its load and query alone, without the start of Python; rcep the whole process.',
            '', '| lines | faster than DuckDB | with one thread each | times `wc -l` | '
            f'{cores} threads against one | with --explain | goods/s with --explain | KB a determination |',
            '|--:|--:|--:|--:|--:|--:|--:|--:|']
    for size in results['sizes']:
        ours, alone = wall_of(size, 'rcep', cores), wall_of(size, 'rcep', 1)
        explained, explained_alone = wall_of(size, 'rcep --explain', cores), wall_of(size, 'rcep --explain', 1)
        if size['goods'] == 1 or not ours:
            continue
        written = output_of(size, 'rcep --explain', cores)
        rows.append(
            f'| {size["lines"]:,} | {wall_of(size, "DuckDB", cores, "inside") / ours:.2f} | '
            f'{wall_of(size, "DuckDB", 1, "inside") / alone:.2f} | {ours / wall_of(size, "wc -l", 1):.1f} | {alone / ours:.2f} | '
            + (f'{explained_alone / explained:.2f} | {size["goods"] / explained:,.0f} | '
               f'{written / size["goods"] / 1000:.1f} |' if explained and written else ' | | |'))
    return '\n'.join(rows)


def growth(results):
    """Time a line beyond what a portfolio of one good takes, and peak memory, by size."""
    cores = results['machine']['cores']
    start = next((wall_of(size, 'rcep', cores) for size in results['sizes'] if size['goods'] == 1), None)
    if start is None:
        return ''
    rows = ['### Growth', '', f'A portfolio of one good takes {start * 1000:.1f} ms; the time a line is what comes on top.',
            '', '| lines | nanoseconds a line | peak MB | peak MB with --explain |', '|--:|--:|--:|--:|']
    for size in results['sizes']:
        if size['goods'] > 1:
            spent = wall_of(size, 'rcep', cores) - start
            # A few milliseconds more or less may hide what a small portfolio takes.
            told = f'{spent / size["lines"] * 1e9:,.0f}' if spent > 0 else 'too few to tell'
            rows.append(f'| {size["lines"]:,} | {told} | {peak(size, "rcep")} | '
                        f'{peak(size, "rcep --explain")} |')
    return '\n'.join(rows)


def peak(size, program):
    values = [value for found in size['programs'] if found['program'] == program for value in found['peakMB']]
    return f'{max(values):,.0f}' if values else ''


def agreement(results):
    rows = ['### Agreement', '',
            'Verdict, criterion, supplements and `rvc_indirect` of every good, with ours with most threads.', '',
            '| goods | compared with | threads | differences |', '|--:|---|--:|--:|']
    for size in results['sizes']:
        for found in size['comparisons']:
            if size['goods'] > 1:
                rows.append(f'| {found["goods"]:,} | {found["with"]} | {found["threads"]} | {found["differences"]:,} |')
    return '\n'.join(rows)
