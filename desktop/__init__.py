"""The desk: Qt client of 云讲述工作台."""
