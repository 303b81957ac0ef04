import QtQml.Models

// Keeps the rows of a list in place when the view changes: a Repeater over a plain array would rebuild every row, and a
// finger that is down at that moment would lose its button.
ListModel {
    id: model

    property var rows: []

    onRowsChanged: {
        for (let i = 0; i < rows.length; i++) {
            if (i < model.count)
                model.set(i, rows[i]);
            else
                model.append(rows[i]);
        }
        if (model.count > rows.length)
            model.remove(rows.length, model.count - rows.length);
    }
}
