import QtQuick
import "../../components"
import Dispensador

// The serial lines: how the printer's is, which there are, and who answered on them.
SectionPage {
    id: screen

    Column {
        spacing: Theme.landscape ? Theme.space * 1.5 : Theme.gap
        visible: !screen.body.loading
        width: parent.width

        FactGrid {
            columns: Theme.landscape ? 3 : 1
            facts: screen.body.facts
            width: parent.width
        }

        LineGrid {
            lines: screen.body.rows
            visible: screen.body.rows.length > 0
            width: parent.width
        }

        Notice {
            text: qsTr("The search asks at every speed, some ten seconds a line. For flow control, open the printer's cover first; on a slow line the trial takes half a minute.")
            tone: "info"
            visible: screen.body.told === ""
            width: parent.width
        }

        Pager {
            page: screen.body.page
            pages: screen.body.pages
            visible: screen.body.pages > 1
            width: parent.width

            onTurned: delta => screen.intent("page", {
                    "delta": delta
                })
        }
    }
}
