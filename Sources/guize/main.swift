print("guize")
