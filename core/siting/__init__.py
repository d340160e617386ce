"""Where homes and centres should be: location-allocation on costs and on the map."""
