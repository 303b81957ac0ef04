pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// Every self-test once, and what comes of them.
SectionPage {
    id: screen

    readonly property string verdict: screen.body.verdict

    toldShown: screen.body.toldOf !== "check_all"

    Column {
        spacing: Theme.gap
        visible: !screen.body.loading
        width: parent.width

        Notice {
            icon: "badge-check"
            text: qsTr("All parts are tested one after the other; it takes some seconds.")
            tone: "info"
            visible: screen.verdict === ""
            width: parent.width
        }

        Notice {
            size: Theme.body
            text: qsTr("%1 · %2").arg(MaintenanceTexts.verdicts[screen.verdict] ?? "").arg(screen.body.madeAt)
            textName: "verdict"
            tone: screen.verdict === "ready" ? "good" : screen.verdict === "limited" ? "care" : "bad"
            visible: screen.verdict !== ""
            width: parent.width
        }

        Grid {
            id: grid

            columnSpacing: Theme.space * 1.5
            columns: Theme.landscape ? 3 : 1
            rowSpacing: Theme.space
            width: parent.width

            Repeater {
                model: RowModel {
                    rows: screen.body.checks
                }

                CheckRow {
                    width: (grid.width - grid.columnSpacing * (grid.columns - 1)) / grid.columns
                }
            }
        }
    }
}
