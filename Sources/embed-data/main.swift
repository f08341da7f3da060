print("embed-data")
