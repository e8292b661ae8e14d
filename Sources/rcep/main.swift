print("rcep")
