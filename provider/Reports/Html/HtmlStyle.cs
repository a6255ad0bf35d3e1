namespace PartnerTrust.Reports.Html;

/// <summary>How pages look: by day, by night, on a telephone and on paper. The colours are those of the picture.</summary>
internal static class HtmlStyle
{
    public const string Rules = """
        * { box-sizing: border-box; }
        html { scroll-padding-top: 1rem; }
        body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif;
          overflow-wrap: anywhere; }
        header, main, footer { max-width: 74rem; margin: 0 auto; padding: 1rem 1.25rem 0; }
        footer { padding-bottom: 2rem; }
        h1 { font-size: 1.5rem; margin: .25rem 0; } h2 { font-size: 1.15rem; margin: 0 0 .75rem; } h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
        p { margin: .25rem 0; } .headline { font-size: 1.1rem; }
        a { color: var(--mark); }
        .skip { position: absolute; left: -100rem; } .skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .5rem 1rem; z-index: 1; }
        main:focus { outline: none; }
        :focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
        nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .75rem 0 0; padding: 0; }
        nav a { display: inline-block; padding: .25rem 0; }
        .soft { color: var(--soft); }
        section { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.15rem; margin-bottom: 1rem; }
        table { border-collapse: collapse; table-layout: fixed; width: 100%; margin-top: .75rem; }
        caption { text-align: left; color: var(--soft); padding-bottom: .25rem; }
        thead th { font-size: .85rem; color: var(--soft); }
        th, td { text-align: left; vertical-align: top; padding: .5rem .9rem .5rem 0; }
        tbody th, tbody td { border-top: 1px solid var(--line); } tbody th { font-weight: 600; }
        code, pre { font: .88em/1.5 ui-monospace, Consolas, "DejaVu Sans Mono", monospace; }
        .chip { display: inline-block; border-radius: .8rem; padding: .05rem .6rem; font-size: .88rem; font-weight: 600; }
        .chip a { color: inherit; }
        .good { color: var(--good); background: var(--good-back); } .bad { color: var(--bad); background: var(--bad-back); }
        .warn { color: var(--warn); background: var(--warn-back); } .plain { color: var(--soft); border: 1px solid var(--line); }
        .scroll { overflow-x: auto; margin: .5rem 0; }
        .picture { display: block; max-width: 100%; height: auto; margin: 0 auto; }
        pre { margin: 0; padding: .5rem; overflow-x: auto; overflow-wrap: normal; }
        ol.findings { list-style: none; padding: 0; margin: 0; } ol.findings > li { border-top: 1px solid var(--line); padding: .25rem 0 .75rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .9rem; margin: .35rem 0 0; } dt { color: var(--soft); } dd { margin: 0; }
        ol.steps { margin: .25rem 0 0; padding-left: 1.4rem; }
        .life { display: block; width: 100%; height: .5rem; margin-top: .35rem; }
        .life rect { fill: var(--page); stroke: var(--line); vector-effect: non-scaling-stroke; } .life .past { fill: var(--soft); stroke: none; }
        @media screen and (max-width: 46rem) {
          header, main, footer { padding-left: .75rem; padding-right: .75rem; } section { padding: .75rem; }
          colgroup { display: none; } table, tbody, tbody tr, tbody th, tbody td, caption { display: block; }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
          tbody tr { border-top: 1px solid var(--line); padding: .5rem 0; } tbody th, tbody td { border: 0; padding: .1rem 0; }
          tbody td::before { content: attr(data-title); display: block; color: var(--soft); font-size: .85rem; }
          tbody td:empty { display: none; }
          .picture { min-width: 40rem; }
          dl { grid-template-columns: 1fr; gap: 0; } dd { margin: 0 0 .35rem; }
        }
        @media print {
          body { font-size: 10pt; } .skip, nav { display: none; }
          header, main, footer { max-width: none; padding: 0; } section { border: 0; padding: 0; margin: 0 0 1.2rem; }
          h2, h3 { break-after: avoid; } tr, ol.findings > li, .server, .scroll { break-inside: avoid; } thead { display: table-header-group; }
          .scroll, pre { overflow: visible; } pre { white-space: pre-wrap; overflow-wrap: anywhere; } .picture { min-width: 0; }
          .chip, .life rect { print-color-adjust: exact; } .chip { border: 1px solid currentcolor; } a { color: inherit; }
        }
        """;
}
