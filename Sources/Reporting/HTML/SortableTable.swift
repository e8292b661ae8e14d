import Bilingual

/// A table a reader may sort by a click on the title of a column, and search. Without scripts it is a plain table in
/// the order it was made in; nothing is fetched.
struct SortableTable {
    private let table: ReportDocument.Table
    private let words: ReportWords

    init(_ table: ReportDocument.Table, _ words: ReportWords) {
        self.table = table
        self.words = words
    }

    /// Cells carry no titles of their own: a table may have ten thousand rows.
    func html() -> HTML {
        let head = table.columns.map { column in
            HTML.element("th", [("scope", "col"), ("class", column.alignsRight ? "number" : "")], column.title)
        }
        let body = table.rows.map { row in
            let cells = zip(table.columns, row).map { column, text in
                HTML.element("td", [("class", column.alignsRight ? "number" : "")], text)
            }
            return HTML.element("tr", cells)
        }
        let search: [(StaticString, String)] = [("data-search", words(.searchHere))]
        return .element("table.sortable", search, [
            .element("thead", [.element("tr", head)]), .element("tbody", body),
        ])
    }

    /// Sorts by numbers where a cell begins with one (free is zero), else by text.
    static let script: StaticString = """
        "use strict";
        for (const table of document.querySelectorAll("table.sortable")) {
          const body = table.tBodies[0];
          const rows = Array.from(body.rows);
          const number = (text) => /^(free|零关税)/.test(text) ? 0 : parseFloat(text);
          const compare = (a, b) => {
            const x = number(a), y = number(b);
            if (!isNaN(x) && !isNaN(y)) return x - y;
            if (isNaN(x) !== isNaN(y)) return isNaN(x) ? 1 : -1;
            return a.localeCompare(b, document.documentElement.lang);
          };
          Array.from(table.tHead.rows[0].cells).forEach((head, index) => {
            head.tabIndex = 0;
            const sort = () => {
              const down = head.getAttribute("aria-sort") === "ascending";
              for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
              head.setAttribute("aria-sort", down ? "descending" : "ascending");
              const byText = index < 2;
              const keyed = rows.map((row) => [row.cells[index].textContent, row]);
              keyed.sort((a, b) => (down ? -1 : 1)
                * (byText ? a[0].localeCompare(b[0], document.documentElement.lang) : compare(a[0], b[0])));
              body.append(...keyed.map((pair) => pair[1]));
            };
            head.addEventListener("click", sort);
            head.addEventListener("keydown", (event) => { if (event.key === "Enter") sort(); });
          });
          if (rows.length < 12) continue;
          const search = document.createElement("input");
          search.type = "search";
          search.className = "search";
          search.placeholder = table.dataset.search;
          search.setAttribute("aria-label", table.dataset.search);
          search.addEventListener("input", () => {
            const wanted = search.value.trim().toLowerCase();
            for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
          });
          table.before(search);
        }
        """
}

extension BilingualText {
    fileprivate static let searchHere = BilingualText(en: "Search these lines", zh: "在下列各行中查找")
}
