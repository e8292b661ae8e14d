/// The one style sheet of every page: readable on a phone, on paper, and without colour.
enum HTMLStyle {
    static let sheet: StaticString = """
        :root {
          --ink: #1b1f24; --soft: #57606a; --line: #c9ced4; --faint: #f4f5f7;
          --yes: #0b6b3a; --no: #a4161a; --open: #8a5a00; --tone: var(--ink);
        }
        * { box-sizing: border-box; }
        html { font-size: 15px; -webkit-text-size-adjust: 100%; }
        body {
          margin: 0 auto; max-width: 62rem; padding: 2rem 1.5rem 3rem; color: var(--ink); background: #fff;
          font: 1rem/1.55 "Helvetica Neue", "Segoe UI", "Noto Sans", Arial, "PingFang SC", "Hiragino Sans GB",
            "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
          font-variant-numeric: tabular-nums;
        }
        html[lang|="zh"] body { line-height: 1.7; }
        h1 { margin: .15rem 0 .1rem; font-size: 1.65rem; line-height: 1.25; overflow-wrap: anywhere; }
        h2 { margin: 2.2rem 0 .7rem; padding-top: .5rem; border-top: 2px solid var(--ink); font-size: 1.08rem; }
        h3 { margin: 1.1rem 0 .3rem; font-size: .95rem; }
        p { margin: .35rem 0; }
        ul, ol { margin: .35rem 0; padding-left: 1.3rem; }
        li { margin: .2rem 0; overflow-wrap: anywhere; }
        header { margin-bottom: 1.1rem; }
        .kicker { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .2rem 1.5rem;
          color: var(--soft); font-size: .85rem; letter-spacing: .02em; }
        .subject { color: var(--soft); margin: 0; overflow-wrap: anywhere; }
        .soft { color: var(--soft); }
        .small { font-size: .86rem; }

        .verdict { display: grid; grid-template-columns: auto 1fr auto; gap: .2rem 1.2rem; align-items: start;
          margin: 1.3rem 0 1rem; padding: 1.1rem 1.2rem; border: 1.5px solid var(--tone); border-left-width: 9px;
          break-inside: avoid; }
        .verdict.originating { --tone: var(--yes); }
        .verdict.notOriginating { --tone: var(--no); border-left-style: double; }
        .verdict.undetermined, .verdict.claimed { --tone: var(--open); border-style: dashed;
          border-left-style: dashed; }
        .verdict .mark { width: 2.5rem; height: 2.5rem; border: 2px solid var(--tone); border-radius: 50%;
          color: var(--tone); font-size: 1.4rem; font-weight: 700; line-height: 2.3rem; text-align: center; }
        .verdict .title { margin: 0; color: var(--tone); font-size: 1.4rem; font-weight: 700; line-height: 1.3; }
        .verdict .names { margin: .25rem 0 0; }
        .verdict .evidence { margin: .5rem 0 0; }
        .verdict .evidence.strong { font-weight: 600; }
        .boxes { display: grid; gap: .6rem; width: 13rem; }
        .box { border: 1.5px solid var(--ink); }
        .box .label { padding: .2rem .55rem; border-bottom: 1px solid var(--line); color: var(--soft);
          font-size: .72rem; line-height: 1.35; }
        .box .value { padding: .45rem .55rem .5rem; font-size: 1.25rem; font-weight: 700; letter-spacing: .04em;
          text-align: center; }
        .box .value.words { font-size: .92rem; letter-spacing: 0; line-height: 1.35; }
        .verdict .facts { grid-column: 2 / -1; margin-top: .6rem; }
        .facts ul { list-style: none; padding-left: 0; }
        .facts li::before { content: "?"; display: inline-block; width: 1.1rem; font-weight: 700; }
        .why { font-size: 1.03rem; }

        dl { display: grid; grid-template-columns: repeat(2, minmax(7.5rem, max-content) 1fr); gap: .28rem 1.1rem;
          margin: 0; }
        dl.one + p { margin-top: 1.1rem; }
        dl.one { grid-template-columns: minmax(7.5rem, max-content) 1fr; margin-top: .7rem; }
        dt { color: var(--soft); }
        dd { margin: 0; overflow-wrap: anywhere; }
        .printed { font-weight: 600; }

        table { width: 100%; border-collapse: collapse; }
        table + table { margin-top: 1.2rem; }
        th { padding: .3rem .5rem .35rem; border-bottom: 1.5px solid var(--ink); color: var(--soft); font-size: .8rem;
          font-weight: 600; line-height: 1.3; text-align: left; vertical-align: bottom; }
        .sortable th { cursor: pointer; }
        .sortable th[aria-sort="ascending"]::after { content: " \\25B2"; }
        .sortable th[aria-sort="descending"]::after { content: " \\25BC"; }
        input.search { margin: .6rem 0; padding: .35rem .6rem; width: 18rem; max-width: 100%; font: inherit;
          border: 1px solid var(--line); }
        td { padding: .42rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; }
        td.wide { overflow-wrap: anywhere; }
        th:first-child, td:first-child { min-width: 3.2rem; padding-left: .35rem; }
        th { white-space: nowrap; }
        .number { text-align: right; white-space: nowrap; }
        .nowrap { white-space: nowrap; }
        tr.fails td { font-weight: 600; }
        tr.fails td:first-child { box-shadow: inset 4px 0 0 var(--no); padding-left: .7rem; }
        tr.out td { color: var(--soft); font-style: italic; }
        tr.chosen td { background: var(--faint); }
        .deep { padding-left: 1rem; }
        .remark { display: block; color: var(--soft); font-size: .83rem; font-weight: 400; font-style: normal;
          line-height: 1.4; }
        .legend { margin-top: .5rem; color: var(--soft); font-size: .83rem; }

        .formula { margin: .2rem 0 .9rem; break-inside: avoid; }
        .equation { display: flex; flex-wrap: wrap; align-items: center; gap: .35rem .5rem; margin: .35rem 0 .2rem; }
        .equation > span { display: inline-flex; align-items: center; gap: .5rem; white-space: nowrap; }
        .equation .fraction { white-space: normal; }
        .fraction { display: inline-flex; flex-direction: column; text-align: center; }
        .fraction > span:first-child { padding: 0 .4rem .1rem; border-bottom: 1.2px solid var(--ink); }
        .fraction > span:last-child { padding: .1rem .4rem 0; }
        .result { padding: .12rem .55rem; border: 1.5px solid var(--ink); font-weight: 700; }

        details { margin: .15rem 0 .15rem .25rem; padding-left: .9rem; border-left: 1px solid var(--line); }
        .tree { padding-left: 1.1rem; }
        .tree > details, .tree > .step { margin-left: 0; padding-left: 0; border-left: 0; }
        .step { margin: .15rem 0 .15rem .25rem; padding: .1rem 0 .1rem .9rem; border-left: 1px solid var(--line); }
        summary { padding: .1rem 0; cursor: pointer; list-style-position: outside; }
        .outcome { display: inline-block; min-width: 1.1rem; font-weight: 700; text-align: center; }
        .outcome.met { color: var(--yes); } .outcome.notMet { color: var(--no);
          } .outcome.undetermined { color: var(--open); }
        .article { color: var(--soft); font-size: .83rem; }
        .inputs { margin: .05rem 0 .2rem 1.4rem; color: var(--soft); font-size: .86rem; overflow-wrap: anywhere; }
        .inputs span { margin-right: 1.1rem; }

        footer { margin-top: 2.4rem; padding-top: .7rem; border-top: 2px solid var(--ink); color: var(--soft);
          font-size: .83rem; }
        footer dl { grid-template-columns: max-content 1fr; gap: .1rem 1rem; }
        footer dd { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
          font-size: .78rem;
          word-break: break-all; }
        footer dd.words { font: inherit; word-break: normal; }

        .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1rem 1.4rem;
          margin: .8rem 0; }
        .panel { margin: 0; break-inside: avoid; }
        .panel figcaption { font-weight: 600; }
        .panel svg { display: block; width: 100%; height: auto; overflow: visible; }
        .panel .legend { margin: .1rem 0; }
        .panel path { fill: none; stroke: var(--ink); stroke-width: 1; }
        .panel path.grid { stroke: var(--line); } .panel path.steps { stroke-width: 2.4; }
        .panel path.level { stroke-width: 1.2; stroke-dasharray: 1 3; }
        .panel path.now { stroke: var(--soft); stroke-dasharray: 4 2; }
        .panel path.column { fill: var(--ink); stroke: none; }
        .panel text { fill: var(--ink); font-size: 10px; }

        @media screen and (max-width: 46rem) {
          body { padding: 1.1rem 1rem 2rem; }
          h1 { font-size: 1.35rem; }
          .verdict { grid-template-columns: auto 1fr; padding: .9rem; }
          .verdict .title { font-size: 1.2rem; }
          .boxes, .verdict .facts { grid-column: 1 / -1; margin-top: .6rem; }
          .boxes { width: auto; }
          dl { grid-template-columns: minmax(6.5rem, max-content) 1fr; }
          table.cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          table.cards, table.cards tbody { display: block; }
          table.cards tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
          table.cards tr:first-child { border-top: 1.5px solid var(--ink); }
          table.cards tr.fails { padding-left: .7rem; box-shadow: inset 4px 0 0 var(--no); }
          table.cards tr.fails td:first-child { box-shadow: none; padding-left: 0; }
          table.cards tr { display: grid; grid-template-columns: 1fr 1fr; gap: .1rem .9rem; }
          table.cards td { display: grid; grid-template-columns: 4.6rem 1fr; gap: .4rem; padding: .06rem 0; border: 0;
            text-align: left; white-space: normal; }
          table.cards td:empty { display: none; }
          table.cards td::before { content: attr(data-title); color: var(--soft); font-size: .83rem;
            font-weight: 400; font-style: normal; }
          table.cards .nowrap { white-space: normal; }
          table.cards td.wide { grid-column: 1 / -1; }
          .deep { padding-left: 0; }
          tr.chosen td { background: none; }
          footer dl { grid-template-columns: 1fr; } footer dd { margin-bottom: .35rem; }
        }

        @page {
          size: A4; margin: 15mm 15mm 17mm;
          @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #57606a; }
        }
        @media print {
          html { font-size: 9.6pt; }
          body { max-width: none; padding: 0; line-height: 1.45; }
          html[lang|="zh"] body { line-height: 1.55; }
          h2 { margin-top: 1.6rem; break-after: avoid; }
          h3 { break-after: avoid; }
          thead { display: table-header-group; } tr, dt, dd, .step, summary { break-inside: avoid; }
          .tree { padding-left: 0; } summary { list-style: none; } summary::-webkit-details-marker { display: none; }
          tr.chosen td { background: none; }
          footer { break-inside: avoid; }
        }
        """
}
